namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Functions that search lists and make new lists.</summary>
internal static class ListFunctions
{
    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("list contains", Contains, ["list", "element"]),
        BuiltIn.Of("index of", IndexOf, ["list", "match"]),
        BuiltIn.Of("sublist", Sublist, ["list", "start position", "length"], required: 2),
        BuiltIn.OverList("append", Append, "list", "item"),
        BuiltIn.OverList("concatenate", Concatenate),
        BuiltIn.OverList("union", Union),
        BuiltIn.Of("distinct values", Distinct, ["list"]),
        BuiltIn.Of("flatten", Flatten, ["list"]),
        BuiltIn.Of("reverse", Reverse, ["list"]),
        BuiltIn.Of("insert before", InsertBefore, ["list", "position", "newItem"]),
        BuiltIn.Of("remove", Remove, ["list", "position"]),
        BuiltIn.Overloaded("list replace", Replace, new(["list", "position", "newItem"], 3), new(["list", "match", "newItem"], 3)),
        BuiltIn.Of("sort", ListSorting.Sort, ["list", "precedes"]),
    ];

    private static bool Same(in Arguments a, in FeelValue left, in FeelValue right) => FeelComparison.AreEqual(a.Run, left, right) == true;

    private static FeelValue Contains(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        foreach (var element in list)
        {
            if (Same(a, element, a[1]))
            {
                return FeelValue.True;
            }
        }

        return FeelValue.False;
    }

    private static FeelValue IndexOf(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        var found = new List<FeelValue>();
        for (var i = 0; i < list.Count; i++)
        {
            if (Same(a, list[i], a[1]))
            {
                found.Add(FeelValue.Of(i + 1));
            }
        }

        return a.Run.List(found);
    }

    /// <summary>A position counted from 1, or from the end when negative, as an index; null outside the list.</summary>
    private static int? Index(in Arguments a, int argument, int count)
    {
        if (!a.Integer(argument, out var position) || position == 0 || Math.Abs(position) > count)
        {
            return null;
        }

        return (int)(position > 0 ? position - 1 : count + position);
    }

    private static FeelValue Sublist(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        if (Index(a, 1, list.Count) is not { } from)
        {
            return a.Fail(1);
        }

        var length = (long)list.Count - from;
        if (a.Count == 3 && (!a.Integer(2, out length) || length < 0 || length > list.Count - from))
        {
            return a.Fail(2);
        }

        return a.Run.List([.. list.Skip(from).Take((int)length)]);
    }

    private static FeelValue Append(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        var longer = new List<FeelValue>(list);
        for (var i = 1; i < a.Count; i++)
        {
            longer.Add(a[i]);
        }

        return a.Run.List(longer);
    }

    private static FeelValue Concatenate(in Arguments a)
    {
        var all = new List<FeelValue>();
        for (var i = 0; i < a.Count; i++)
        {
            if (!a.List(i, out var list))
            {
                return a.Fail(i);
            }

            all.AddRange(list);
        }

        return a.Run.List(all);
    }

    private static FeelValue Union(in Arguments a)
    {
        var all = Concatenate(a);
        return all.AsList() is { } list ? a.Run.List(DistinctOf(a, list)) : all;
    }

    private static FeelValue Distinct(in Arguments a) => a.List(0, out var list) ? a.Run.List(DistinctOf(a, list)) : a.Fail(0);

    private static List<FeelValue> DistinctOf(in Arguments a, IReadOnlyList<FeelValue> list)
    {
        var distinct = new List<FeelValue>();
        foreach (var element in list)
        {
            a.Run.Step(distinct.Count);
            var known = false;
            for (var i = 0; i < distinct.Count && !known; i++)
            {
                known = Same(a, distinct[i], element);
            }

            if (!known)
            {
                distinct.Add(element);
            }
        }

        return distinct;
    }

    private static FeelValue Flatten(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        var flat = new List<FeelValue>();
        AddFlat(a, flat, list);
        return a.Run.List(flat);
    }

    private static void AddFlat(in Arguments a, List<FeelValue> flat, IReadOnlyList<FeelValue> list)
    {
        a.Run.Enter(1);
        foreach (var element in list)
        {
            a.Run.Step();
            if (element.AsList() is { } inner)
            {
                AddFlat(a, flat, inner);
            }
            else
            {
                flat.Add(element);
            }
        }

        a.Run.Leave(1);
    }

    private static FeelValue Reverse(in Arguments a) => a.List(0, out var list) ? a.Run.List([.. list.Reverse()]) : a.Fail(0);

    private static FeelValue InsertBefore(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        if (Index(a, 1, list.Count) is not { } at)
        {
            return a.Fail(1);
        }

        var longer = new List<FeelValue>(list);
        longer.Insert(at, a[2]);
        return a.Run.List(longer);
    }

    private static FeelValue Remove(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        if (Index(a, 1, list.Count) is not { } at)
        {
            return a.Fail(1);
        }

        var shorter = new List<FeelValue>(list);
        shorter.RemoveAt(at);
        return a.Run.List(shorter);
    }

    private static FeelValue Replace(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        if (a.MayBe(1, "match") && a.Function(1, out var match) && match is not null)
        {
            return ReplaceMatching(a, list, match);
        }

        if (!a.MayBe(1, "position") || Index(a, 1, list.Count) is not { } at)
        {
            return a.Fail(1);
        }

        var replaced = new List<FeelValue>(list) { [at] = a[2] };
        return a.Run.List(replaced);
    }

    private static FeelValue ReplaceMatching(in Arguments a, IReadOnlyList<FeelValue> list, FeelFunction match)
    {
        var replaced = new List<FeelValue>();
        foreach (var element in list)
        {
            var answer = match.Invoke(a.Run, [element, a[2]], a.Position);
            if (answer.Kind != FeelKind.Boolean)
            {
                return a.Fail(1);
            }

            replaced.Add(answer.IsTrue ? a[2] : element);
        }

        return a.Run.List(replaced);
    }
}
