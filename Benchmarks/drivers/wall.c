// wall COUNT PROGRAM ARGUMENT…: runs a program so many times, one after the other, and prints ns of each run.
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count_of_words, char **words) {
    if (count_of_words < 3) return 2;
    alarm(120);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    for (long i = 0; i < atol(words[1]); i += 1) {
        pid_t child;
        int status;
        long long start = now();
        if (posix_spawn(&child, words[2], &files, NULL, words + 2, environ) != 0) return 1;
        if (waitpid(child, &status, 0) != child || status != 0) {
            fprintf(stderr, "%s ended with status %d\n", words[2], WEXITSTATUS(status));
            return 1;
        }
        printf("took %lld\n", now() - start);
    }
    return 0;
}
