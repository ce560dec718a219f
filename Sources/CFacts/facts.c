// The files of Data/ as bytes: a new one is an array here and its line in the table.
#include "CFacts.h"

// Part of C since 2023; the language of the other C rooms is older.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char rules[] = {
#embed "Data/rules.yaml"
};
static const unsigned char n8n_base[] = {
#embed "Data/n8n-base.yaml"
};
static const unsigned char n8n_langchain[] = {
#embed "Data/n8n-langchain.yaml"
};
static const unsigned char n8n_credentials[] = {
#embed "Data/n8n-credentials.yaml"
};
static const unsigned char n8n_notes[] = {
#embed "Data/n8n-notes.yaml"
};
static const unsigned char logic_apps[] = {
#embed "Data/logic-apps.yaml"
};
static const unsigned char github_actions[] = {
#embed "Data/github-actions.yaml"
};
static const unsigned char kubernetes[] = {
#embed "Data/kubernetes.yaml"
};
static const unsigned char node_red[] = {
#embed "Data/node-red.yaml"
};
static const unsigned char workato[] = {
#embed "Data/workato.yaml"
};

#define FACT(file, bytes) {file, bytes, sizeof bytes}

// Later files are read over earlier ones.
static const struct penstock_fact facts[] = {
    FACT("rules.yaml", rules),
    FACT("n8n-base.yaml", n8n_base),
    FACT("n8n-langchain.yaml", n8n_langchain),
    FACT("n8n-credentials.yaml", n8n_credentials),
    FACT("n8n-notes.yaml", n8n_notes),
    FACT("logic-apps.yaml", logic_apps),
    FACT("kubernetes.yaml", kubernetes),
    FACT("github-actions.yaml", github_actions),
    FACT("node-red.yaml", node_red),
    FACT("workato.yaml", workato),
};

const size_t penstock_facts_count = sizeof facts / sizeof facts[0];

struct penstock_fact penstock_fact_at(size_t index) { return facts[index]; }
