#include "ring.h"

#include <string.h>

bool ring_init(struct ring *r, uint8_t *storage, size_t capacity)
{
	if (!storage || capacity == 0 || (capacity & (capacity - 1)) != 0)
		return false;
	*r = (struct ring){ .data = storage, .mask = capacity - 1 };
	return true;
}

size_t ring_used(const struct ring *r)
{
	return r->tail - r->head;
}

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t ring_write(struct ring *r, const uint8_t *src, size_t len)
{
	size_t capacity = r->mask + 1;
	size_t room = capacity - ring_used(r);
	size_t at = r->tail & r->mask;

	len = min_size(len, room);
	size_t first = min_size(len, capacity - at);
	memcpy(r->data + at, src, first);
	memcpy(r->data, src + first, len - first);
	r->tail += len;
	return len;
}

size_t ring_read(struct ring *r, uint8_t *dst, size_t len)
{
	size_t capacity = r->mask + 1;
	size_t at = r->head & r->mask;

	len = min_size(len, ring_used(r));
	size_t first = min_size(len, capacity - at);
	memcpy(dst, r->data + at, first);
	memcpy(dst + first, r->data, len - first);
	r->head += len;
	return len;
}
