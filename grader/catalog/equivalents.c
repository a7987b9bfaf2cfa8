/* equivalents.c - faults.yaml, our own addition: faults of the reference that no test can notice.
 */
#include "grader/catalog/equivalents.h"

static bool read_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    const char **text = (const char **)(void *)((char *)ctx + key->offset);
    char path[YML_PATH_MAX];
    if (!yml_string(value, text, err))
        return false;
    return **text != '\0' || yml_error(value, err, "'%s' must not be empty", yml_path(value, path));
}

bool equivalents_load(struct loader *loader, struct err *err)
{
    typedef struct equivalent_fault fault_t;
    static const struct yml_key keys[] = {
        { "file", read_text, true, offsetof(fault_t, file), NULL },
        { "line", read_text, true, offsetof(fault_t, line), NULL },
        { "change", read_text, true, offsetof(fault_t, change), NULL },
        { "reason", read_text, true, offsetof(fault_t, reason), NULL },
    };
    struct package *package = loader->package;
    struct listing listing;
    struct yml_node *root;
    if (!loader_list(loader, "", &listing, err))
        return false;
    const struct entry *file = listing_find(&listing, "faults.yaml");
    if (!file)
        return true;
    if (!loader_yaml(loader, file, false, &root, err))
        return false;
    if (yml_is_null(root))
        return true;
    if (root->kind != YML_SEQUENCE)
        return yml_error(root, err, "'the file' must be a list of equivalent faults");
    if (root->count > EQUIVALENTS_MAX)
        return yml_error(root, err, "more than %d equivalent faults", EQUIVALENTS_MAX);
    package->equivalents = ARENA_ARRAY(loader->arena, root->count, fault_t);
    for (size_t i = 0; i < root->count; i++) {
        fault_t *fault = &package->equivalents[package->equivalent_count++];
        fault->at_line = root->items[i]->line;
        if (!yml_mapping(root->items[i], "an equivalent fault", keys, COUNT_OF(keys), fault, err))
            return false;
    }
    return true;
}
