/* points.c - the one rule by which points are rounded and written. */
#include "grader/model/points.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

double points_round(double points)
{
    assert(isfinite(points));
    /* A sum such as 0.1 + 0.2 must not fall on the wrong side of a half. */
    return floor(points * 10 + 0.5 + 1e-9) / 10;
}

double points_of_share(double weight, double share)
{
    assert(weight >= 0 && share >= 0 && share <= 1);
    double points = points_round(weight * share);
    if (share < 1 && points >= weight)
        points = points_round(fmax(weight - 0.1, 0));
    return share < 1 ? points : weight;
}

const char *points_text(double points, char out[POINTS_TEXT_MAX])
{
    assert(fabs(points) < 1e15);
    long long tenths = llround(points * 10);
    long long whole = tenths / 10, rest = tenths % 10;
    const char *sign = tenths < 0 ? "-" : "";
    whole = whole < 0 ? -whole : whole;
    rest = rest < 0 ? -rest : rest;
    if (rest == 0)
        snprintf(out, POINTS_TEXT_MAX, "%s%lld", sign, whole);
    else
        snprintf(out, POINTS_TEXT_MAX, "%s%lld.%lld", sign, whole, rest);
    return out;
}
