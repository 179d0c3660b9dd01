namespace CaseFlow.Engine.Feel.Evaluation;

/// <summary>
/// One evaluation under way: its variables, its environment, the steps that are left and the first thing that went
/// wrong. A decision and all that it requires share one run, so that the budget covers the whole.
/// </summary>
internal sealed class EvaluationRun(FeelContext variables, FeelEnvironment environment)
{
    /// <summary>How many nested expressions may be under evaluation at once, over all calls. Keeps the stack far from its end.</summary>
    public const int DeepestEvaluation = 2000;

    /// <summary>Strings beyond this length are refused, so that doubling cannot fill the memory.</summary>
    public const int LongestString = 1_000_000;

    /// <summary>A result of more values than this is refused.</summary>
    public const int LargestValue = 1_000_000;

    private int _stepsLeft = environment.StepBudget;
    private int _depth;

    /// <summary>The names that are no locals. A function brings its own while its body is evaluated.</summary>
    public FeelContext Variables { get; set; } = variables;

    public FeelEnvironment Environment { get; } = environment;

    /// <summary>The first complaint; later ones are most often its consequences.</summary>
    public FeelError? Failure { get; private set; }

    /// <summary>Records what went wrong, unless something already has, and answers null.</summary>
    public FeelValue Fail(int position, Complaint complaint, string? a = null, string? b = null, string? c = null)
    {
        Failure ??= complaint.Filled(position, a, b, c);
        return FeelValue.Null;
    }

    /// <summary>As the other, but makes texts of the values only when they will be read.</summary>
    public FeelValue Fail(int position, Complaint complaint, in FeelValue a, in FeelValue b) =>
        Failure is null ? Fail(position, complaint, Shown(a), Shown(b)) : FeelValue.Null;

    /// <summary>As the other, with a word between the values.</summary>
    public FeelValue Fail(int position, Complaint complaint, in FeelValue a, string b, in FeelValue c) =>
        Failure is null ? Fail(position, complaint, Shown(a), b, Shown(c)) : FeelValue.Null;

    /// <summary>As the other, with a name first.</summary>
    public FeelValue Fail(int position, Complaint complaint, string a, in FeelValue b) =>
        Failure is null ? Fail(position, complaint, a, Shown(b)) : FeelValue.Null;

    /// <summary>Forgets what went wrong in a part whose failure does not matter.</summary>
    public void Restore(FeelError? failure) => Failure = failure;

    /// <summary>A value short enough for a message. What people wrote must not land in logs: strings are told by their length only.</summary>
    public static string Shown(in FeelValue value) => value.Kind switch
    {
        FeelKind.String => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"string({value.AsString()?.Length})"),
        FeelKind.List => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"list({value.AsList()?.Count})"),
        FeelKind.Context => "context",
        FeelKind.Function => "function",
        FeelKind.Range => "range",
        FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.Date or FeelKind.Time or FeelKind.DateTime
            or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration => FeelText.Of(value),
    };

    /// <summary>Counts steps.</summary>
    /// <exception cref="EvaluationStoppedException">When the budget is used up.</exception>
    public void Step(int steps = 1)
    {
        _stepsLeft -= steps;
        if (_stepsLeft < 0)
        {
            throw new EvaluationStoppedException(Complaint.Budget);
        }
    }

    /// <summary>Counts the levels that a call will use; every call is followed by <see cref="Leave"/>.</summary>
    /// <exception cref="EvaluationStoppedException">When the calls are nested too deeply.</exception>
    public void Enter(int levels)
    {
        _depth += levels;
        if (_depth > DeepestEvaluation)
        {
            throw new EvaluationStoppedException(Complaint.TooDeep);
        }
    }

    public void Leave(int levels) => _depth -= levels;

    /// <summary>A string result, counted by its length.</summary>
    public FeelValue Text(string text, int position)
    {
        Step(text.Length >> 4);
        return text.Length > LongestString ? Fail(position, Complaint.TooLarge) : FeelValue.Of(text);
    }

    /// <summary>A list result, counted by its length.</summary>
    public FeelValue List(IReadOnlyList<FeelValue> list)
    {
        Step(list.Count);
        return FeelValue.Of(list);
    }

    /// <summary>Tells the final result: a value, or null with the reason.</summary>
    public FeelResult Finish(in FeelValue value)
    {
        var left = LargestValue;
        return value.IsNull ? new FeelResult(value, Failure)
            : Fits(value, ref left, FeelJson.DeepestValue) ? new FeelResult(value)
            : new FeelResult(FeelValue.Null, Complaint.TooLarge.Filled(0, null, null, null));
    }

    // Shared parts can make a value that was cheap to build huge to write; every place is counted.
    private static bool Fits(in FeelValue value, ref int left, int levels)
    {
        if (--left < 0 || levels < 0)
        {
            return false;
        }

        if (value.AsList() is { } list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (!Fits(list[i], ref left, levels - 1))
                {
                    return false;
                }
            }
        }
        else if (value.AsContext() is { } context)
        {
            foreach (var (_, entry) in context)
            {
                if (!Fits(entry, ref left, levels - 1))
                {
                    return false;
                }
            }
        }

        return value.AsRange() is not { } range || (Fits(range.Start, ref left, levels - 1) && Fits(range.End, ref left, levels - 1));
    }
}

/// <summary>Ends an evaluation at once; never leaves the FEEL and DMN entry points.</summary>
internal sealed class EvaluationStoppedException(Complaint complaint) : Exception
{
    public FeelError Error { get; } = complaint.Filled(0, null, null, null);
}

/// <summary>One local name's value at run time; the compiler knows how many steps up the chain it stands.</summary>
internal sealed class Local(Local? outer, FeelValue value)
{
    public Local? Outer { get; } = outer;

    public FeelValue Value { get; } = value;
}
