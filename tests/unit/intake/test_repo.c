/* test_repo.c - broken, missing and oversized objects, hostile configuration. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/intake_repo.h"

static struct intake_repo r;

static void begin(void)
{
    intake_repo_begin(&r);
}

static void end(void)
{
    intake_repo_end(&r);
}

TestSuite(repo, .init = begin, .fini = end);

static void commit_one(void)
{
    intake_sh(&r, "mkdir lrucache; echo 'int x;' >lrucache/a.c; git add -A; git commit -q -m one");
}

/* The loose file of what git calls so. */
static const char *object_file(const char *name)
{
    return intake_sh(&r, "git rev-parse '%s' | sed 's|^..|.git/objects/&/|'", name);
}

/*
 * A loose object whose zlib stream (one stored block, RFC 1950 and 1951) declares another size than
 * there is: "TYPE SIZE\0", then nothing. The file takes a few dozen bytes.
 */
static const char *declare_object(const char *hex, const char *type_and_size)
{
    intake_sh(
        &r,
        "f=.git/objects/$(echo %s | cut -c1-2)/$(echo %s | cut -c3-); mkdir -p $(dirname $f)\n"
        "perl -e '$d = \"$ARGV[0]\\0\" . \"x\" x 64; $n = length $d;"
        "print \"\\x78\\x01\\x00\", pack(\"vv\", $n, 0xffff ^ $n), $d' '%s' >$f",
        hex, hex, type_and_size);
    return hex;
}

static const char *const fake_id = "1111111111111111111111111111111111111111";

Test(repo, a_gigabyte_that_is_declared_costs_nothing)
{
    declare_object(fake_id, "blob 1073741824");
    intake_sh(
        &r,
        "x=$(echo x | git hash-object -w --stdin)\n"
        "t=$(printf '100644 blob %s\tbig.c\n100644 blob '$x'\tok.c\n' | git mktree --missing)\n"
        "t=$(printf '040000 tree '$t'\tlrucache\n' | git mktree)\n"
        "git update-ref refs/heads/main $(git commit-tree -m big $t)",
        fake_id);
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
    cr_expect_str_eq(intake_repo_kept(&r), "lrucache: ok.c");
    cr_expect_str_eq(intake_repo_reason(&r, "lrucache/big.c"), "larger than 256 KiB");
    intake_repo_fails(&r, r.path, "11111111", ERR_INPUT, "is a blob", NULL);
}

/* libgit2 1.5 writes behind its buffer here. That may end the reader, and ASan makes sure that it
 * does: an error is all that can be promised. */
Test(repo, a_blob_that_lies_about_its_size_is_an_error)
{
    declare_object(fake_id, "blob 10");
    intake_sh(&r,
              "t=$(printf '100644 blob %s\ta.c\n' | git mktree --missing)\n"
              "t=$(printf '040000 tree '$t'\tlrucache\n' | git mktree)\n"
              "git update-ref refs/heads/main $(git commit-tree -m lie $t)",
              fake_id);
    cr_assert(!intake_repo_read(&r));
    cr_expect(err_is_set(&r.err));
    cr_expect(r.err.kind == ERR_FAULT || strstr(r.err.text, "is damaged"), "%s", r.err.text);
}

Test(repo, truncated_objects_are_damaged)
{
    commit_one();
    const char *file = object_file("HEAD:lrucache/a.c");
    intake_sh(&r, "chmod u+w %s; cp %s ../whole", file, file);
    intake_sh(&r, "head -c 8 ../whole >%s", file);
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "of 'lrucache/a.c' is damaged", NULL);
    intake_sh(&r, ": >%s", file);
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "of 'lrucache/a.c' is damaged", NULL);
}

Test(repo, huge_trees_commits_and_tags_are_not_loaded)
{
    static const struct {
        const char *type, *part;
    } rows[] = { { "commit 1073741824", "the commit of" }, { "tag 1073741824", "the tag of" } };
    intake_sh(&r, "git commit -q --allow-empty -m 1");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        declare_object(fake_id, rows[i].type);
        intake_repo_fails(&r, r.path, fake_id, ERR_INPUT, rows[i].part, "1073741824 bytes", NULL);
        intake_sh(&r, "rm -r .git/objects/11");
    }
    declare_object(fake_id, "tree 1073741824");
    intake_sh(&r,
              "printf 'tree %s\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nm\n' | "
              "git hash-object -t commit --literally -w --stdin >.git/refs/heads/main",
              fake_id);
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "the tree of the commit's tree", NULL);
}

Test(repo, missing_objects_are_named)
{
    commit_one();
    intake_sh(&r, "rm -f %s", object_file("HEAD:lrucache/a.c"));
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "of 'lrucache/a.c' is missing", "full clone",
                      NULL);
    intake_sh(&r, "rm -f %s", object_file("HEAD:lrucache"));
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "of 'lrucache' is missing", NULL);
    intake_sh(&r, "rm -f %s", object_file("HEAD^{tree}"));
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "the commit's tree is missing", NULL);
    intake_sh(&r, "rm -f %s", object_file("HEAD"));
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "the revision 'HEAD' is missing", NULL);
}

Test(repo, damaged_objects_are_named)
{
    static const char *const whats[] = { "HEAD:lrucache/a.c", "HEAD:lrucache", "HEAD^{tree}",
                                         "HEAD" };
    commit_one();
    for (size_t i = 0; i < COUNT_OF(whats); i++) {
        const char *file = object_file(whats[i]);
        intake_sh(&r, "cp -f %s ../keep; chmod u+w %s; printf '\\170\\001\\377\\377\\377\\377' >%s",
                  file, file, file);
        intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "is damaged", "git fsck", NULL);
        intake_sh(&r, "cp ../keep %s", file);
    }
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
}

Test(repo, content_under_a_wrong_name_is_damaged)
{
    commit_one();
    const char *file = object_file("HEAD:lrucache/a.c");
    intake_sh(&r,
              "o=$(echo 'int y;' | git hash-object -w --stdin | sed 's|^..|.git/objects/&/|')\n"
              "chmod u+w %s; cp $o %s",
              file, file);
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "'lrucache/a.c' is damaged", NULL);
}

Test(repo, a_tree_of_junk_is_damaged)
{
    intake_sh(&r,
              "t=$(printf 'junk without end' | git hash-object -t tree --literally -w --stdin)\n"
              "top=$(printf '040000 tree '$t'\tlrucache\n' | git mktree)\n"
              "git update-ref refs/heads/main $(git commit-tree -m j $top)");
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "of 'lrucache' is damaged", NULL);
}

Test(repo, a_tree_entry_of_another_type_is_named)
{
    intake_sh(&r, "b=$(echo x | git hash-object -w --stdin)\n"
                  "t=$(perl -e 'print \"40000 d\\0\", pack(\"H*\", $ARGV[0])' $b | "
                  "git hash-object -t tree --literally -w --stdin)\n"
                  "top=$(printf '040000 tree '$t'\tlrucache\n' | git mktree)\n"
                  "git update-ref refs/heads/main $(git commit-tree -m j $top)");
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT,
                      "'lrucache/d' is a blob where a tree is expected", NULL);
}

Test(repo, packs_are_read_and_broken_packs_are_errors)
{
    commit_one();
    intake_sh(&r,
              "seq 20000 >lrucache/n.txt; git add -A; git commit -q -m 2; echo >>lrucache/n.txt\n"
              "git commit -qam 3; git gc -q; git prune");
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
    cr_expect_str_eq(intake_repo_kept(&r), "lrucache: a.c n.txt");
    intake_sh(&r, "p=$(ls .git/objects/pack/*.pack); chmod u+w $p; s=$(stat -c %%s $p)\n"
                  "head -c $((s/3)) $p >../p; mv ../p $p");
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "cannot read the repository", NULL);
}

Test(repo, a_borrowed_object_that_is_out_of_reach_is_explained)
{
    commit_one();
    intake_sh(&r, "git clone -q --shared . ../s; mv .git/objects ../moved");
    intake_repo_fails(&r, arena_printf(&r.arena, "%s/s", r.folder), NULL, ERR_INPUT,
                      "objects/info/alternates", "git repack -a -d", NULL);
}

Test(repo, hostile_configuration_does_nothing)
{
    commit_one();
    intake_sh(
        &r, "cat >>.git/config <<'E'\n[include]\n path = /dev/zero\n path = ../../pipe\n"
            "[core]\n fsmonitor = touch ../ran\n hooksPath = ../\n worktree = /etc\n"
            "[filter \"x\"]\n smudge = touch ../ran\nE\n"
            "printf '#!/bin/sh\ntouch ../ran\n' >.git/hooks/post-checkout; chmod +x .git/hooks/*\n"
            "echo '* filter=x' >.gitattributes");
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
    intake_sh(&r, "test ! -e ../ran");
}

Test(repo, a_broken_configuration_is_no_matter)
{
    commit_one();
    intake_sh(&r, "echo '[[[' >.git/config");
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
}

Test(repo, sha256_is_refused_in_words)
{
    intake_sh(&r,
              "git init -q --object-format=sha256 ../s; cd ../s; git commit -q --allow-empty -m 1");
    intake_repo_fails(&r, arena_printf(&r.arena, "%s/s", r.folder), NULL, ERR_INPUT, "'sha256'",
                      NULL);
}

Test(repo, nothing_is_written)
{
    commit_one();
    const char *before = intake_sh(&r, "find .. -printf '%%p %%T@ %%s\n' | sort");
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
    cr_expect_str_eq(intake_sh(&r, "find .. -printf '%%p %%T@ %%s\n' | sort"), before);
}
