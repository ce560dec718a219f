#ifndef CFACTS_H
#define CFACTS_H

#include <stddef.h>

/// A file that is compiled into the program.
struct penstock_fact {
    /// Name of the file in Data/, for example `rules.yaml`.
    const char *name;
    const unsigned char *start;
    size_t size;
};

extern const size_t penstock_facts_count;

/// The file at `index`, which is less than `penstock_facts_count`.
struct penstock_fact penstock_fact_at(size_t index);

#endif
