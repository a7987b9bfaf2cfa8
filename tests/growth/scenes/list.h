void append(int x);
int at(int i); /* the i-th of those appended */
