void push(unsigned x);
unsigned pop(void); /* takes the smallest; there is one */
