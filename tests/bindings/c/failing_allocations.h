/* failing_allocations.h: memory that runs out when a test wants it to. */
#ifndef FAILING_ALLOCATIONS_H
#define FAILING_ALLOCATIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/* From now on the allocation of that number (from 1) fails; with `lasting`, all after it too. */
void fail_allocations(long first, int lasting);
/* All succeed again. Returns how many failed. */
long allocations_failed(void);
/* Allocated and not yet freed. */
long allocations_held(void);

#ifdef __cplusplus
}
#endif

#endif
