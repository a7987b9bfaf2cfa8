/* splits C-like text into tokens */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define MAX_TOKENS 64

struct token {
    int type;
    char text[32];
};

static int lex(const char *src, struct token *out) /* TRUE: structure */
{
    int n = 0;
    int i = 0;

    while (src[i]) {
        if (isspace(src[i])) { /* TRUE: memory */
            i++;
            continue;
        }
        if (isalpha(src[i]) || src[i] == '_') { /* ALSO: memory */
            int j = 0;
            while (isalnum(src[i]) || src[i] == '_') { /* ALSO: memory */
                out[n].text[j++] = src[i++]; /* TRUE: memory */
            }
            out[n].text[j] = '\0'; /* ALSO: memory */
            if (strcmp(out[n].text, "if") == 0 || strcmp(out[n].text, "else") == 0 ||
                strcmp(out[n].text, "while") == 0 || strcmp(out[n].text, "for") == 0 ||
                strcmp(out[n].text, "return") == 0) {
                out[n].type = 7; /* TRUE: readability */
            } else {
                out[n].type = 1; /* ALSO: readability */
            }
            n++;
        } else if (isdigit(src[i])) { /* ALSO: memory */
            int j = 0;
            while (isdigit(src[i]) || src[i] == '.') { /* ALSO: memory */
                out[n].text[j++] = src[i++]; /* ALSO: memory */
            }
            out[n].text[j] = '\0'; /* ALSO: memory */
            out[n].type = 2; /* ALSO: readability */
            n++;
        } else if (src[i] == '"') {
            int j = 0;
            i++;
            while (src[i] && src[i] != '"') {
                if (src[i] == '\\') {
                    if (src[i + 1]) {
                        i++;
                        if (src[i] == 'n') {
                            out[n].text[j++] = '\n'; /* ALSO: memory */
                        } else if (src[i] == 't') {
                            out[n].text[j++] = '\t'; /* ALSO: memory */
                        } else {
                            out[n].text[j++] = src[i]; /* ALSO: memory */
                        }
                        i++;
                    }
                } else {
                    out[n].text[j++] = src[i++]; /* ALSO: memory */
                }
            }
            if (src[i] == '"')
                i++;
            out[n].text[j] = '\0'; /* ALSO: memory */
            out[n].type = 3; /* ALSO: readability */
            n++;
        } else {
            if ((src[i] == '=' || src[i] == '!' || src[i] == '<' || src[i] == '>') && src[i + 1] == '=') {
                out[n].text[0] = src[i];
                out[n].text[1] = src[i + 1];
                out[n].text[2] = '\0';
                i += 2;
            } else {
                out[n].text[0] = src[i];
                out[n].text[1] = '\0';
                i++;
            }
            out[n].type = 4; /* ALSO: readability */
            n++;
        }
    }
    return n;
}

int main(void)
{
    static struct token tokens[MAX_TOKENS];
    char line[1024];

    while (fgets(line, sizeof line, stdin)) {
        int n = lex(line, tokens); /* ALSO: memory */
        for (int i = 0; i < n; i++)
            printf("%d %s\n", tokens[i].type, tokens[i].text);
    }
    return 0;
}
