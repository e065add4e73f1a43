/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-flow.h"

#include "rt-memory.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
  int to;
  int flow, most;
  int base, slope;
  int next;       /* the next arc from the same node */
} Arc;

/* Arc 2k leads forward, arc 2k + 1 is the way back through it. */
struct RtFlow {
  int      n_nodes;
  int     *first;     /* [n_nodes] */
  Arc     *arcs;
  int      n_arcs, room;
  int64_t *potential; /* [n_nodes] */
  int64_t *distance;
  int     *came_by;   /* the arc of the shortest path */
  bool    *done;
};

#define FAR (INT64_MAX / 4)

/** rt_flow_new: Returns: a network of @n_nodes without arcs, to be freed by rt_flow_free() */
RtFlow *
rt_flow_new (int n_nodes)
{
  RtFlow *self = RT_NEW (RtFlow, 1);

  self->n_nodes = n_nodes;
  self->first = RT_NEW (int, n_nodes);
  self->potential = RT_NEW (int64_t, n_nodes);
  self->distance = RT_NEW (int64_t, n_nodes);
  self->came_by = RT_NEW (int, n_nodes);
  self->done = RT_NEW (bool, n_nodes);
  memset (self->first, 0xff, sizeof (int) * (size_t) n_nodes);
  return self;
}

void
rt_flow_free (RtFlow *self)
{
  free (self->first);
  free (self->arcs);
  free (self->potential);
  free (self->distance);
  free (self->came_by);
  free (self->done);
  free (self);
}

static void
add_half (RtFlow *self, int from, int to, int most, int base, int slope)
{
  if (self->n_arcs == self->room)
    self->arcs
        = rt_realloc (self->arcs, sizeof (Arc) * (size_t) (self->room = 2 * self->room + 64));
  self->arcs[self->n_arcs] = (Arc) { to, 0, most, base, slope, self->first[from] };
  self->first[from] = self->n_arcs++;
}

int
rt_flow_arc (RtFlow *self, int from, int to, int most, int base, int slope)
{
  add_half (self, from, to, most, base, slope);
  add_half (self, to, from, 0, 0, 0);
  return self->n_arcs - 2;
}

/* What one unit more costs, or what it saves to take one back. False if there is no room. */
static bool
step_cost (const RtFlow *self, int a, int64_t *cost)
{
  const Arc *arc = &self->arcs[a & ~1];

  if ((a & 1) == 0)
    {
      *cost = arc->base + (int64_t) arc->slope * arc->flow;
      return arc->flow < arc->most;
    }
  *cost = -(arc->base + (int64_t) arc->slope * (arc->flow - 1));
  return arc->flow > 0;
}

static int
nearest (const RtFlow *self)
{
  int node = -1;

  for (int i = 0; i < self->n_nodes; i++)
    if (!self->done[i] && self->distance[i] < FAR
        && (node < 0 || self->distance[i] < self->distance[node]))
      node = i;
  return node;
}

/* Dijkstra over reduced costs, which the potentials keep from being negative. */
static bool
find_path (RtFlow *self, int source, int sink)
{
  int node;

  for (int i = 0; i < self->n_nodes; i++)
    {
      self->distance[i] = FAR;
      self->done[i] = false;
    }
  self->distance[source] = 0;
  while ((node = nearest (self)) >= 0)
    {
      self->done[node] = true;
      for (int a = self->first[node]; a >= 0; a = self->arcs[a].next)
        {
          int to = self->arcs[a].to;
          int64_t cost, distance;

          if (self->done[to] || !step_cost (self, a, &cost))
            continue;
          distance = self->distance[node] + cost + self->potential[node] - self->potential[to];
          if (distance < self->distance[to])
            {
              self->distance[to] = distance;
              self->came_by[to] = a;
            }
        }
    }
  return self->distance[sink] < FAR;
}

int64_t
rt_flow_send (RtFlow *self, int source, int sink, int units)
{
  int64_t total = 0;

  for (; units > 0; units--)
    {
      if (!find_path (self, source, sink))
        return -1;
      for (int i = 0; i < self->n_nodes; i++)
        self->potential[i] += self->distance[i] < FAR ? self->distance[i] : self->distance[sink];
      for (int node = sink; node != source;)
        {
          int a = self->came_by[node];
          int64_t cost;

          step_cost (self, a, &cost);
          total += cost;
          self->arcs[a & ~1].flow += (a & 1) == 0 ? 1 : -1;
          node = self->arcs[a ^ 1].to;
        }
    }
  return total;
}
