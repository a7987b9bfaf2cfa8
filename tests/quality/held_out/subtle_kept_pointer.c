/* order book: the best offer is remembered by address */
#include <stdio.h>
#include <stdlib.h>

struct offer {
    int id;
    int price;
};

struct book {
    struct offer *offers;
    size_t len;
    size_t cap;
};

static struct offer *book_add(struct book *book, int id, int price)
{
    if (book->len == book->cap) {
        size_t cap = book->cap ? book->cap * 2 : 4;
        struct offer *offers = realloc(book->offers, cap * sizeof *offers);
        if (offers == NULL)
            return NULL;
        book->offers = offers;
        book->cap = cap;
    }
    struct offer *offer = &book->offers[book->len++];
    offer->id = id;
    offer->price = price;
    return offer;
}

int main(void)
{
    struct book book = { NULL, 0, 0 };
    const struct offer *best = NULL;
    int id, price;

    while (scanf("%d %d", &id, &price) == 2) {
        const struct offer *offer = book_add(&book, id, price);
        if (offer == NULL)
            break;
        if (best == NULL || offer->price < best->price) /* TRUE: memory */
            best = offer; /* ALSO: memory */
    }
    if (best != NULL)
        printf("best: %d at %d of %zu\n", best->id, best->price, book.len); /* ALSO: memory */
    free(book.offers);
    return 0;
}
