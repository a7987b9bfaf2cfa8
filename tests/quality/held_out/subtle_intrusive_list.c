/* odd but right: a list whose links live in its members, freed through the outer structure */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct link {
	struct link *next, *prev;
};

#define container_of(ptr, type, member) ((type *)((char *)(ptr) - offsetof(type, member)))

#define list_for_each_safe(pos, after, head) \
	for (pos = (head)->next, after = pos->next; pos != (head); pos = after, after = pos->next)

struct job {
	int priority;
	struct link link;
	char title[40];
};

static void list_insert_before(struct link *at, struct link *fresh)
{
	fresh->next = at;
	fresh->prev = at->prev;
	at->prev->next = fresh;
	at->prev = fresh;
}

static void list_remove(struct link *link)
{
	link->prev->next = link->next;
	link->next->prev = link->prev;
}

/* Keeps the list sorted; the job belongs to the list from now on. */
static int add_job(struct link *jobs, int priority, const char *title)
{
	struct job *job = malloc(sizeof(*job));
	struct link *at = jobs->next;

	if (!job)
		return -1;
	job->priority = priority;
	snprintf(job->title, sizeof(job->title), "%s", title);
	while (at != jobs && container_of(at, struct job, link)->priority <= priority)
		at = at->next;
	list_insert_before(at, &job->link);
	return 0;
}

static void run_jobs(struct link *jobs, int limit)
{
	struct link *pos, *after;

	list_for_each_safe(pos, after, jobs) {
		struct job *job = container_of(pos, struct job, link);

		if (job->priority > limit)
			continue;
		printf("%d %s\n", job->priority, job->title);
		list_remove(pos);
		free(job);
	}
}

static void drop_jobs(struct link *jobs)
{
	while (jobs->next != jobs) {
		struct link *first = jobs->next;

		list_remove(first);
		free(container_of(first, struct job, link));
	}
}

int main(void)
{
	struct link jobs = { &jobs, &jobs };
	char title[40];
	int priority;
	int status = 0;

	while (status == 0 && scanf("%d %39s", &priority, title) == 2)
		status = add_job(&jobs, priority, title);
	if (status == 0)
		run_jobs(&jobs, 10);
	drop_jobs(&jobs);
	return status == 0 ? 0 : 1;
}
