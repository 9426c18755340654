/// How many letters must be added, dropped, changed or swapped with a neighbour to make one word of the other.
func slips<Letter: Equatable>(from word: [Letter], to other: [Letter]) -> Int {
  if abs(word.count - other.count) > 2 { return 3 }
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in 0..<word.count {
    var current = [row + 1]
    for column in 0..<other.count {
      var best = last[column] + (word[row] == other[column] ? 0 : 1)
      best = min(best, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, word[row] == other[column - 1], word[row - 1] == other[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
