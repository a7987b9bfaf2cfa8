/* hostile: ten thousand warnings
 * limits: cpu=10000 wall=60000
 * accept: exit:0|limit:output
 * run: compile
 */
#define W1 (void)(1 / 0);
#define W2 W1 W1 W1 W1 W1 W1 W1 W1 W1 W1
#define W3 W2 W2 W2 W2 W2 W2 W2 W2 W2 W2
#define W4 W3 W3 W3 W3 W3 W3 W3 W3 W3 W3
#define W5 W4 W4 W4 W4 W4 W4 W4 W4 W4 W4

int main(void)
{
    W5 return 0;
}
