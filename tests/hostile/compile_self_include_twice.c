/* hostile: includes itself twice, exponentially
 * limits: cpu=500
 * accept: limit:cpu|exit:1
 * varies: the time of a grandchild is seen late without perf
 * run: compile
 */
#if __INCLUDE_LEVEL__ < 190
#include __FILE__
#include __FILE__
#endif
