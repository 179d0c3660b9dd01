using System.Globalization;

namespace CaseFlow.Cases.Tasks;

/// <summary>Which task: the instance and the task's key inside it. In addresses <c>{instance:N}-{key}</c>.</summary>
public readonly record struct TaskAddress(Guid InstanceId, long TaskKey)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId:N}-{TaskKey}");

    public static bool TryParse(string? text, out TaskAddress address)
    {
        address = default;
        if (text is null || text.Length < 34 || text[32] != '-'
            || !Guid.TryParseExact(text.AsSpan(0, 32), "N", out var instance)
            || !long.TryParse(text.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return false;
        }

        address = new(instance, key);
        return true;
    }
}
