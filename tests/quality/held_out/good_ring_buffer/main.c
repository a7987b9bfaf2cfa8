#include <inttypes.h>
#include <stdio.h>

#include "ring.h"

enum { CAPACITY = 256 };

/* Copies standard input to standard output through the ring and prints a checksum at the end. */
int main(void)
{
	static uint8_t storage[CAPACITY];
	uint8_t chunk[64];
	struct ring ring;
	uint32_t sum = 0;
	size_t got;

	if (!ring_init(&ring, storage, sizeof(storage)))
		return 1;

	while ((got = fread(chunk, 1, sizeof(chunk), stdin)) > 0) {
		ring_write(&ring, chunk, got);
		while ((got = ring_read(&ring, chunk, sizeof(chunk))) > 0) {
			for (size_t i = 0; i < got; i++)
				sum = sum * 31 + chunk[i];
			if (fwrite(chunk, 1, got, stdout) != got)
				return 1;
		}
	}
	if (ferror(stdin))
		return 1;
	fprintf(stderr, "checksum %08" PRIx32 "\n", sum);
	return 0;
}
