/* hostile: an expression nested a hundred thousand deep
 * limits: cpu=3000
 * accept: exit:0|exit:1|exit:4|limit:memory|limit:cpu
 * run: compile
 */
#define P1 +(
#define P2 P1 P1 P1 P1 P1 P1 P1 P1 P1 P1
#define P3 P2 P2 P2 P2 P2 P2 P2 P2 P2 P2
#define P4 P3 P3 P3 P3 P3 P3 P3 P3 P3 P3
#define P5 P4 P4 P4 P4 P4 P4 P4 P4 P4 P4
#define Q1 )
#define Q2 Q1 Q1 Q1 Q1 Q1 Q1 Q1 Q1 Q1 Q1
#define Q3 Q2 Q2 Q2 Q2 Q2 Q2 Q2 Q2 Q2 Q2
#define Q4 Q3 Q3 Q3 Q3 Q3 Q3 Q3 Q3 Q3 Q3
#define Q5 Q4 Q4 Q4 Q4 Q4 Q4 Q4 Q4 Q4 Q4

int main(void)
{
    return P5 P5 P5 1 Q5 Q5 Q5;
}
