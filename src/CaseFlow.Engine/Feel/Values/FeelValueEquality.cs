namespace CaseFlow.Engine.Feel;

/// <summary>
/// Structural equality, for tests, sets and storage: kinds must agree, numbers are equal by value, contexts regardless
/// of order, times only in the same zone. FEEL's own three-valued <c>=</c> is <c>FeelComparison</c>.
/// </summary>
public readonly partial struct FeelValue
{
    public bool Equals(FeelValue other) =>
        Kind == other.Kind && Kind switch
        {
            FeelKind.Null => true,
            FeelKind.Number => _object is null && other._object is null && _extra == other._extra
                ? _bits == other._bits
                : AsNumber() == other.AsNumber(),
            FeelKind.List => ListsEqual(AsList(), other.AsList()),
            FeelKind.Function => ReferenceEquals(_object, other._object),
            FeelKind.Boolean or FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DateTime
                or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration or FeelKind.Context or FeelKind.Range =>
                _bits == other._bits && _extra == other._extra && Equals(_object, other._object),
        };

    private static bool ListsEqual(IReadOnlyList<FeelValue>? left, IReadOnlyList<FeelValue>? right)
    {
        if (left is null || right is null || left.Count != right.Count)
        {
            return ReferenceEquals(left, right);
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        FeelKind.Number => AsNumber().GetHashCode(),
        FeelKind.List => HashCode.Combine(Kind, AsList()?.Count),
        FeelKind.Null or FeelKind.Boolean or FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DateTime
            or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration or FeelKind.Context or FeelKind.Range
            or FeelKind.Function => HashCode.Combine(Kind, _object, _bits, _extra),
    };

    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <summary>The value as FEEL's <c>string()</c> tells it; <c>null</c> for null.</summary>
    public override string ToString() => FeelText.Of(this);
}
