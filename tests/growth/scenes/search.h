/* Where the first of the rising a[0] … a[n - 1] is that is at least key; n: nowhere. */
int find(const int *a, int n, int key);
