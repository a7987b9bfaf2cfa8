/* Merges k sorted runs. Input: k, then for each run its length and its numbers. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct run {
	const long *next;
	const long *end;
};

struct heap {
	struct run *runs;
	size_t count;
};

static bool run_less(const struct run *a, const struct run *b)
{
	return *a->next < *b->next;
}

static void swap_runs(struct run *a, struct run *b)
{
	struct run tmp = *a;

	*a = *b;
	*b = tmp;
}

static void sift_down(struct heap *heap, size_t at)
{
	for (;;) {
		size_t least = at;
		size_t left = 2 * at + 1;
		size_t right = left + 1;

		if (left < heap->count && run_less(&heap->runs[left], &heap->runs[least]))
			least = left;
		if (right < heap->count && run_less(&heap->runs[right], &heap->runs[least]))
			least = right;
		if (least == at)
			return;
		swap_runs(&heap->runs[at], &heap->runs[least]);
		at = least;
	}
}

static void heapify(struct heap *heap)
{
	for (size_t i = heap->count / 2; i-- > 0;)
		sift_down(heap, i);
}

static void merge(struct heap *heap)
{
	heapify(heap);
	while (heap->count > 0) {
		struct run *top = &heap->runs[0];

		printf("%ld\n", *top->next++);
		if (top->next == top->end)
			*top = heap->runs[--heap->count];
		sift_down(heap, 0);
	}
}

static bool read_run(size_t length, long *numbers)
{
	for (size_t i = 0; i < length; i++)
		if (scanf("%ld", &numbers[i]) != 1)
			return false;
	return true;
}

int main(void)
{
	int status = EXIT_FAILURE;
	size_t k;

	if (scanf("%zu", &k) != 1 || k == 0 || k > 100000)
		return EXIT_FAILURE;

	struct heap heap = { calloc(k, sizeof(*heap.runs)), 0 };
	long **storage = calloc(k, sizeof(*storage));

	if (!heap.runs || !storage)
		goto out;
	for (size_t i = 0; i < k; i++) {
		size_t length;

		if (scanf("%zu", &length) != 1)
			goto out;
		if (length == 0)
			continue;
		storage[i] = calloc(length, sizeof(**storage));
		if (!storage[i] || !read_run(length, storage[i]))
			goto out;
		heap.runs[heap.count++] = (struct run){ storage[i], storage[i] + length };
	}
	merge(&heap);
	status = EXIT_SUCCESS;
out:
	if (storage)
		for (size_t i = 0; i < k; i++)
			free(storage[i]);
	free(storage);
	free(heap.runs);
	return status;
}
