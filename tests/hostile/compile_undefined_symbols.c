/* hostile: a thousand symbols that the linker misses
 * limits: cpu=10000
 * accept: exit:1|limit:output
 * run: compile
 */
#define F(n)                                                                                       \
    extern int f##n(void);                                                                         \
    n2 = f##n();
#define D(n) F(n##0) F(n##1) F(n##2) F(n##3) F(n##4) F(n##5) F(n##6) F(n##7) F(n##8) F(n##9)
#define C(n) D(n##0) D(n##1) D(n##2) D(n##3) D(n##4) D(n##5) D(n##6) D(n##7) D(n##8) D(n##9)
int n2;

int main(void)
{
    C(1) C(2) C(3) C(4) C(5) C(6) C(7) C(8) C(9) C(10) return n2;
}
