#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A bounded queue of bytes. The capacity must be a power of two; storage is the caller's. */
struct ring {
	uint8_t *data;
	size_t mask;
	size_t head; /* next to be read; only ever grows */
	size_t tail; /* next to be written; only ever grows */
};

bool ring_init(struct ring *r, uint8_t *storage, size_t capacity);
size_t ring_used(const struct ring *r);
size_t ring_write(struct ring *r, const uint8_t *src, size_t len);
size_t ring_read(struct ring *r, uint8_t *dst, size_t len);
