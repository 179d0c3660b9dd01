namespace CaseFlow.Cases.Minutes;

/// <summary>What two sequences have in common, in order: their longest common subsequence. Pure.</summary>
internal static class Matching
{
    // The table grows with the product of the lengths; two texts that have nothing in common are then told apart whole.
    private const int LargestTable = 4_000_000;

    /// <summary>Places of equal elements, rising on both sides.</summary>
    public static IReadOnlyList<(int Left, int Right)> Pairs(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var head = 0;
        while (head < left.Count && head < right.Count && left[head] == right[head])
            head++;
        var tail = 0;
        while (tail < left.Count - head && tail < right.Count - head && left[^(tail + 1)] == right[^(tail + 1)])
            tail++;
        var pairs = Enumerable.Range(0, head).Select(i => (i, i)).ToList();
        Middle(pairs, left, right, head, left.Count - tail, right.Count - tail);
        for (var i = tail; i > 0; i--)
            pairs.Add((left.Count - i, right.Count - i));
        return pairs;
    }

    private static void Middle(List<(int Left, int Right)> pairs, IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int leftEnd, int rightEnd)
    {
        var (rows, columns) = (leftEnd - start, rightEnd - start);
        if (rows == 0 || columns == 0 || (long)rows * columns > LargestTable)
            return;
        var longest = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                longest[i, j] = left[start + i] == right[start + j]
                    ? longest[i + 1, j + 1] + 1
                    : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var (row, column) = (0, 0);
        while (row < rows && column < columns)
        {
            if (left[start + row] == right[start + column])
                pairs.Add((start + row++, start + column++));
            else if (longest[row + 1, column] >= longest[row, column + 1])
                row++;
            else
                column++;
        }
    }
}
