/* The answer for a[0] … a[n - 1]; the array may be changed. */
long solve(int *a, int n);
