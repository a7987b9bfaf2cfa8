// Any two numbers, none below 0, with the right sum.
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    if (argc < 4)
        return 1;
    std::ifstream input(argv[1]);
    std::ofstream message(std::string(argv[3]) + "judgemessage.txt");
    int n, a, b;
    input >> n;
    if (!(std::cin >> a >> b)) {
        message << "not two numbers\n";
        return 43;
    }
    std::string more;
    if (std::cin >> more || a < 0 || b < 0 || a + b != n) {
        message << a << " + " << b << " is not " << n << "\n";
        return 43;
    }
    return 42;
}
