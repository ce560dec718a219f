#include "crash.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *kept;
static unsigned limit;
static const unsigned char *volatile input;
static volatile size_t input_length;

static void dump(int number) {
    int file = open(kept, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0) {
        if (write(file, input, input_length) < 0) { _exit(3); }
        close(file);
    }
    const char *message = number == SIGALRM ? "hang: the input is kept\n" : "crash: the input is kept\n";
    if (write(2, message, strlen(message)) < 0) { _exit(3); }
    signal(number, SIG_DFL);
    if (number == SIGALRM) { _exit(4); }
    raise(number);
}

void crash_watch(const char *path, unsigned seconds) {
    kept = path;
    limit = seconds;
    // A stack that overflowed cannot run a handler.
    stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536, .ss_flags = 0};
    sigaltstack(&stack, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = dump;
    action.sa_flags = SA_ONSTACK;
    int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM};
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) { sigaction(numbers[index], &action, NULL); }
}

void crash_input(const unsigned char *bytes, size_t length) {
    input = bytes;
    input_length = length;
    alarm(limit);
}

static void *start(void *body) {
    ((void (*)(void))body)();
    return NULL;
}

int crash_run(size_t size, void (*body)(void)) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    if (pthread_attr_setstacksize(&attributes, size) != 0) { return 1; }
    if (pthread_create(&thread, &attributes, start, (void *)body) != 0) { return 1; }
    return pthread_join(thread, NULL);
}
