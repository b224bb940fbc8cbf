/* A disk that fails: preloaded, it lets `fail_in` more calls on the study's files succeed and then fails all of them
   with `fail_errno`, until `fail_in` is -1 again. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

int fail_in = -1, fail_errno = EIO, fail_reads = 0;

static int fails(int fd, int reading) {
  char link[64], path[4096];
  if (fail_in < 0 || (reading && !fail_reads)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return 0;
  path[size] = 0;
  if (!strstr(path, ".workbench") || strstr(path, "-desk")) return 0;
  if (fail_in > 0) { fail_in--; return 0; }
  errno = fail_errno;
  return 1;
}

#define CALL(result, name, reading, parameters, ...)                      \
  result name parameters {                                                \
    static result(*real) parameters;                                      \
    if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);      \
    return fails(fd, reading) ? -1 : real(__VA_ARGS__);                   \
  }

CALL(ssize_t, read, 1, (int fd, void *to, size_t size), fd, to, size)
CALL(ssize_t, pread, 1, (int fd, void *to, size_t size, off_t at), fd, to, size, at)
CALL(ssize_t, pread64, 1, (int fd, void *to, size_t size, off64_t at), fd, to, size, at)
CALL(ssize_t, write, 0, (int fd, const void *from, size_t size), fd, from, size)
CALL(ssize_t, pwrite, 0, (int fd, const void *from, size_t size, off_t at), fd, from, size, at)
CALL(ssize_t, pwrite64, 0, (int fd, const void *from, size_t size, off64_t at), fd, from, size, at)
CALL(int, fsync, 0, (int fd), fd)
CALL(int, fdatasync, 0, (int fd), fd)
CALL(int, ftruncate, 0, (int fd, off_t size), fd, size)
CALL(int, ftruncate64, 0, (int fd, off64_t size), fd, size)
