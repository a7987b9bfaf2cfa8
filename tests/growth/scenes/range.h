void start(int n);       /* n zeros */
void add(int i, int x);  /* to the i-th */
long sum(int i);         /* of those before the i-th */
