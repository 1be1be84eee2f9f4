// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/record.h"
#include "scanners/sast/flow/graph.h"

namespace codelake::sast::flow {

// Writes a graph, without the values that were asked for (Graph::marked).
void write_graph(const Graph& graph, RecordWriter& writer);

// Reads it back, for a file of that many bytes; the reader has failed when a record cannot have been made by write_graph().
Graph read_graph(RecordReader& reader, std::size_t file_bytes);

}  // namespace codelake::sast::flow
