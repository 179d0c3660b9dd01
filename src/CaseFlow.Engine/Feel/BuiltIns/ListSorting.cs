namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Sorting by a function that says which of two comes first. Stable, and steady even when the function contradicts itself.</summary>
internal static class ListSorting
{
    public static FeelValue Sort(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        if (!a.Function(1, out var precedes) || precedes is null)
        {
            return a.Fail(1);
        }

        var values = list.ToArray();
        return MergeSort(a, precedes, values, new FeelValue[values.Length], 0, values.Length) ? a.Run.List(values) : a.Fail(1);
    }

    private static bool MergeSort(in Arguments a, FeelFunction precedes, FeelValue[] values, FeelValue[] spare, int from, int to)
    {
        if (to - from < 2)
        {
            return true;
        }

        var middle = (from + to) / 2;
        if (!MergeSort(a, precedes, values, spare, from, middle) || !MergeSort(a, precedes, values, spare, middle, to))
        {
            return false;
        }

        var (left, right) = (from, middle);
        for (var at = from; at < to; at++)
        {
            var takeRight = left == middle;
            if (!takeRight && right < to)
            {
                // The right one goes first only when it must: equal elements keep their order.
                var answer = precedes.Invoke(a.Run, [values[right], values[left]], a.Position);
                if (answer.Kind != FeelKind.Boolean)
                {
                    return false;
                }

                takeRight = answer.IsTrue;
            }

            spare[at] = takeRight ? values[right++] : values[left++];
        }

        Array.Copy(spare, from, values, from, to - from);
        return true;
    }
}
