/* virtual_machine.c - an interpreter of Brainfuck.
 *
 * expect: exit 0
 * stdin: ++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.\n
 */
#include <stdio.h>

int main(void)
{
    static char code[4096], memory[30000];
    int size = (int)fread(code, 1, sizeof code, stdin), cell = 0;
    for (int i = 0; i < size; i++) {
        int depth = 0;
        switch (code[i]) {
        case '>':
            cell++;
            break;
        case '<':
            cell--;
            break;
        case '+':
            memory[cell]++;
            break;
        case '-':
            memory[cell]--;
            break;
        case '.':
            putchar(memory[cell]);
            break;
        case '[':
            if (!memory[cell])
                do
                    depth += (code[i] == '[') - (code[i] == ']');
                while (depth && ++i < size);
            break;
        case ']':
            if (memory[cell])
                do
                    depth += (code[i] == ']') - (code[i] == '[');
                while (depth && --i >= 0);
            break;
        }
    }
    putchar('\n');
    return 0;
}
