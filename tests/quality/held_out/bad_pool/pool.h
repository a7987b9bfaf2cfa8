/* fixed size block pool */ /* TRUE: headers */
#define POOL_BLOCKS 128

struct pool {
    unsigned char *memory;
    void *free_list;
    size_t block; /* TRUE: headers */
    uint32_t in_use; /* ALSO: headers */
};

static int pool_errors; /* TRUE: headers */

int pool_init(struct pool *p, size_t block); /* ALSO: headers */
void *pool_get(struct pool *p);
void pool_put(struct pool *p, void *ptr);
void pool_destroy(struct pool *p);
