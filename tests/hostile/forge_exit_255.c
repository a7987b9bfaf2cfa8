/* hostile: ends with exit status 255, which means something to others
 * accept: exit:255
 * run: both
 */
int main(void)
{
    return 255;
}
