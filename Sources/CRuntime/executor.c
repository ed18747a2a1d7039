#define _GNU_SOURCE
#include "CRuntime.h"

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

// The runtime's own names and calling convention (swift/Runtime/Concurrency.h, "hooks").
#define SWIFTCALL __attribute__((swiftcall))
typedef struct SwiftJob SwiftJob;
typedef SWIFTCALL void (*Enqueue)(SwiftJob *);
typedef SWIFTCALL void (*EnqueueWithDelay)(unsigned long long, SwiftJob *);
typedef SWIFTCALL void (*EnqueueWithDeadline)(long long, long long, long long, long long, int, SwiftJob *);
extern SWIFTCALL void (*swift_task_enqueueGlobal_hook)(SwiftJob *, Enqueue);
extern SWIFTCALL void (*swift_task_enqueueGlobalWithDelay_hook)(unsigned long long, SwiftJob *, EnqueueWithDelay);
extern SWIFTCALL void (*swift_task_enqueueGlobalWithDeadline_hook)(
    long long, long long, long long, long long, int, SwiftJob *, EnqueueWithDeadline);
// The executor's two words are null for the generic one.
extern SWIFTCALL void swift_job_run(SwiftJob *, void *, uintptr_t);

enum { threads = 2, suspending_clock = 2, enough = 8 };
static const int64_t second = 1000000000;

// MARK: Jobs that can run

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t news = PTHREAD_COND_INITIALIZER;
static SwiftJob **ring;
static size_t capacity, first, count;
static int sleeping;
/// Jobs done since memory was given back; whether a thread waits to do that.
static size_t done;
static int is_minding;
static pthread_once_t started = PTHREAD_ONCE_INIT;

/// Waits for work; when there is none for a while, gives memory back.  The lock is held.
static void wait_for_rest(void) {
    struct timespec date;
    clock_gettime(CLOCK_MONOTONIC, &date);
    int64_t due = date.tv_sec * second + date.tv_nsec + second * 3 / 2;
    date = (struct timespec){due / second, due % second};
    is_minding = 1;
    size_t before = done;
    int code = pthread_cond_clockwait(&news, &lock, CLOCK_MONOTONIC, &date);
    is_minding = 0;
    if (code != ETIMEDOUT || count > 0 || done != before) return;
    done = 0;
    pthread_mutex_unlock(&lock);
    saluton_give_back_memory();
    pthread_mutex_lock(&lock);
}

static void *work(void *unused) {
    (void)unused;
    pthread_mutex_lock(&lock);
    for (;;) {
        while (count == 0) {
            sleeping++;
            if (done >= enough && !is_minding)
                wait_for_rest();
            else
                pthread_cond_wait(&news, &lock);
            sleeping--;
        }
        SwiftJob *job = ring[first];
        first = (first + 1) % capacity;
        count--;
        done++;
        pthread_mutex_unlock(&lock);
        swift_job_run(job, NULL, 0);
        pthread_mutex_lock(&lock);
    }
}

static void grow(void) {
    size_t larger = capacity ? capacity * 2 : 256;
    SwiftJob **fresh = malloc(larger * sizeof *fresh);
    if (!fresh) abort();
    for (size_t place = 0; place < count; place++) fresh[place] = ring[(first + place) % capacity];
    free(ring);
    ring = fresh;
    capacity = larger;
    first = 0;
}

static void start(void);

static void run_soon(SwiftJob *job) {
    pthread_once(&started, start);
    pthread_mutex_lock(&lock);
    if (count == capacity) grow();
    ring[(first + count) % capacity] = job;
    count++;
    int wakes = sleeping > 0;
    pthread_mutex_unlock(&lock);
    if (wakes) pthread_cond_signal(&news);
}

// MARK: Jobs that wait for a time

typedef struct {
    int64_t due;
    uint64_t number;
    SwiftJob *job;
    /// In place of a job.
    SalutonWake wake;
    void *context;
} Timer;

static pthread_mutex_t timer_lock = PTHREAD_MUTEX_INITIALIZER;
static Timer *heap;
static size_t heap_count, heap_capacity;
static int alarm_clock = -1;

static int64_t now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * second + time.tv_nsec;
}

static void rise(size_t place) {
    for (; place > 0 && heap[(place - 1) / 2].due > heap[place].due; place = (place - 1) / 2) {
        Timer above = heap[(place - 1) / 2];
        heap[(place - 1) / 2] = heap[place];
        heap[place] = above;
    }
}

static void sink(size_t place) {
    for (size_t child; (child = 2 * place + 1) < heap_count; place = child) {
        if (child + 1 < heap_count && heap[child + 1].due < heap[child].due) child++;
        if (heap[child].due >= heap[place].due) return;
        Timer below = heap[child];
        heap[child] = heap[place];
        heap[place] = below;
    }
}

static void push(Timer timer) {
    if (heap_count == heap_capacity) {
        heap_capacity = heap_capacity ? heap_capacity * 2 : 64;
        heap = realloc(heap, heap_capacity * sizeof *heap);
        if (!heap) abort();
    }
    heap[heap_count] = timer;
    rise(heap_count++);
}

static Timer take(size_t place) {
    Timer taken = heap[place];
    heap[place] = heap[--heap_count];
    if (place < heap_count) {
        sink(place);
        rise(place);
    }
    return taken;
}

/// Rings at the first date, counted also while the machine is suspended.  The timer's lock is held.
static void set_alarm(void) {
    struct itimerspec date = {0};
    if (heap_count > 0) {
        int64_t due = heap[0].due > 0 ? heap[0].due : 1;
        date.it_value.tv_sec = due / second;
        date.it_value.tv_nsec = due % second;
    }
    timerfd_settime(alarm_clock, TFD_TIMER_ABSTIME, &date, NULL);
}

static void *wait_for_dates(void *unused) {
    (void)unused;
    for (;;) {
        // Set anew by whoever adds an earlier date, also while this thread waits.
        uint64_t times;
        if (read(alarm_clock, &times, sizeof times) < 0 && errno != EINTR) abort();
        pthread_mutex_lock(&timer_lock);
        while (heap_count > 0 && heap[0].due <= now(CLOCK_BOOTTIME)) {
            Timer timer = take(0);
            if (timer.job) {
                run_soon(timer.job);
                continue;
            }
            pthread_mutex_unlock(&timer_lock);
            timer.wake(timer.context);
            pthread_mutex_lock(&timer_lock);
        }
        set_alarm();
        pthread_mutex_unlock(&timer_lock);
    }
}

static uint64_t start_timer(Timer timer) {
    static uint64_t last;
    pthread_once(&started, start);
    pthread_mutex_lock(&timer_lock);
    timer.number = ++last;
    push(timer);
    if (heap[0].number == timer.number) set_alarm();
    pthread_mutex_unlock(&timer_lock);
    return timer.number;
}

static void run_at(int64_t due, SwiftJob *job) { start_timer((Timer){.due = due, .job = job}); }

/// A sum that stays within what fits: dates may be as far away as anybody likes.
static int64_t sum(int64_t left, int64_t right) {
    int64_t result;
    return __builtin_add_overflow(left, right, &result) ? (right < 0 ? INT64_MIN : INT64_MAX) : result;
}

uint64_t saluton_timer_start(int64_t delay, SalutonWake wake, void *context) {
    return start_timer((Timer){.due = sum(now(CLOCK_BOOTTIME), delay), .wake = wake, .context = context});
}

int saluton_timer_cancel(uint64_t number) {
    pthread_mutex_lock(&timer_lock);
    size_t place = 0;
    while (place < heap_count && heap[place].number != number) place++;
    int is_found = place < heap_count;
    if (is_found) take(place);
    if (is_found && place == 0) set_alarm();
    pthread_mutex_unlock(&timer_lock);
    return is_found;
}

// MARK: The hooks

static SWIFTCALL void enqueue(SwiftJob *job, Enqueue original) {
    (void)original;
    run_soon(job);
}

static SWIFTCALL void enqueue_with_delay(unsigned long long delay, SwiftJob *job, EnqueueWithDelay original) {
    (void)original;
    run_at(sum(now(CLOCK_BOOTTIME), delay > INT64_MAX ? INT64_MAX : (int64_t)delay), job);
}

static SWIFTCALL void enqueue_with_deadline(
    long long seconds, long long nanoseconds, long long tolerance_seconds, long long tolerance_nanoseconds, int clock,
    SwiftJob *job, EnqueueWithDeadline original) {
    (void)tolerance_seconds, (void)tolerance_nanoseconds, (void)original;
    int64_t date;
    if (__builtin_mul_overflow(seconds, second, &date)) date = seconds < 0 ? 0 : INT64_MAX;
    date = sum(date, nanoseconds);
    if (clock == suspending_clock) date = sum(sum(date, -now(CLOCK_MONOTONIC)), now(CLOCK_BOOTTIME));
    run_at(date, job);
}

static void start_thread(void *(*body)(void *), const char *name) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, body, NULL) != 0) abort();
    pthread_setname_np(thread, name);
    pthread_detach(thread);
}

static void start(void) {
    alarm_clock = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC);
    if (alarm_clock < 0) abort();
    for (int index = 0; index < threads; index++) start_thread(work, "tasks");
    start_thread(wait_for_dates, "dates");
}

__attribute__((constructor)) static void install(void) {
    swift_task_enqueueGlobal_hook = enqueue;
    swift_task_enqueueGlobalWithDelay_hook = enqueue_with_delay;
    swift_task_enqueueGlobalWithDeadline_hook = enqueue_with_deadline;
}

int saluton_executor_threads(void) { return threads; }
