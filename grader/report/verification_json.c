/* verification_json.c - verifications as JSON: grader/report/verification.schema.json. */
#include "grader/report/render_verification.h"

bool verification_json(const struct verification_list *list, struct buf *out)
{
    return record_render(&verification_list_record, list, VERIFICATION_SCHEMA_VERSION, out);
}
