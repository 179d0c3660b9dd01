using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Functions over contexts, and the two over any value.</summary>
internal static class ContextFunctions
{
    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("get value", GetValue, ["m", "key"]),
        BuiltIn.Of("get entries", GetEntries, ["m"]),
        BuiltIn.Of("context", FromEntries, ["entries"]),
        BuiltIn.Overloaded("context put", Put, new(["context", "key", "value"], 3), new(["context", "keys", "value"], 3)),
        BuiltIn.Of("context merge", Merge, ["contexts"]),
        BuiltIn.Of("not", Not, ["negand"]),
        BuiltIn.Overloaded("is", Is, new(["value1", "value2"], 1), new(["value2"], 1)),
    ];

    private static FeelValue GetValue(in Arguments a)
    {
        if (!a.Context(0, out var context))
        {
            return a.Fail(0);
        }

        return a.Text(1, out var key) ? context[key] : a.Fail(1);
    }

    private static FeelValue GetEntries(in Arguments a) =>
        a.Context(0, out var context)
            ? a.Run.List([.. context.Select(e => FeelValue.Of(FeelContext.Of(new("key", FeelValue.Of(e.Key)), new("value", e.Value))))])
            : a.Fail(0);

    private static FeelValue FromEntries(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        var entries = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var element in list)
        {
            if (element.AsContext() is not { } entry || entry["key"].AsString() is not { } key || !entry.TryGet("value", out var value))
            {
                return a.Fail(0);
            }

            if (!entries.TryAdd(key, value))
            {
                return a.Run.Fail(a.Position, Complaint.DuplicateKey, key);
            }
        }

        return FeelValue.Of(FeelContext.Of(entries));
    }

    private static FeelValue Put(in Arguments a)
    {
        if (!a.Context(0, out var context))
        {
            return a.Fail(0);
        }

        if (a.MayBe(1, "key") && a[1].AsString() is { } key)
        {
            return FeelValue.Of(context.With(key, a[2]));
        }

        return a.MayBe(1, "keys") && a[1].AsList() is { Count: > 0 and <= FeelJson.DeepestValue } keys && With(context, keys, 0, a[2]) is { } changed ? FeelValue.Of(changed) : a.Fail(1);
    }

    private static FeelContext? With(FeelContext context, IReadOnlyList<FeelValue> keys, int at, in FeelValue value)
    {
        if (keys[at].AsString() is not { } key)
        {
            return null;
        }

        if (at == keys.Count - 1)
        {
            return context.With(key, value);
        }

        return context[key].AsContext() is { } inner && With(inner, keys, at + 1, value) is { } changed ? context.With(key, FeelValue.Of(changed)) : null;
    }

    private static FeelValue Merge(in Arguments a)
    {
        if (!a.List(0, out var list))
        {
            return a.Fail(0);
        }

        var merged = new List<KeyValuePair<string, FeelValue>>();
        foreach (var element in list)
        {
            if (element.AsContext() is not { } context)
            {
                return a.Fail(0);
            }

            a.Run.Step(context.Count);
            merged.AddRange(context);
        }

        return FeelValue.Of(FeelContext.Of(merged));
    }

    private static FeelValue Not(in Arguments a) =>
        a.Of(0, FeelKind.Boolean, out var value) ? FeelValue.Of(value.IsFalse) : a.Fail(0);

    /// <summary>The same value of the same kind: times also in the same zone.</summary>
    private static FeelValue Is(in Arguments a) => FeelValue.Of(
        a[0].Kind is FeelKind.List or FeelKind.Context or FeelKind.Range ? FeelComparison.AreEqual(a.Run, a[0], a[1]) == true : a[0] == a[1]);
}
