void set_insert(unsigned key);
int set_has(unsigned key); /* 0 or 1 */
