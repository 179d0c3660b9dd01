using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>Evaluates expressions for the tests of FEEL.</summary>
internal static class FeelAssert
{
    public static FeelEnvironment Environment { get; } = new(new DateTimeOffset(2026, 3, 4, 9, 30, 0, TimeSpan.FromHours(1)));

    public static FeelResult Evaluate(string text, FeelContext? variables = null)
    {
        var compilation = FeelExpression.Compile(text);
        Assert.That(compilation.Errors, Is.Empty, text);
        return Compiled(compilation).Evaluate(variables ?? FeelContext.Empty, Environment);
    }

    public static FeelValue Value(string text, FeelContext? variables = null) => Evaluate(text, variables).Value;

    public static FeelExpression Compiled(FeelCompilation compilation) =>
        compilation.Expression ?? throw new AssertionException(string.Join(' ', compilation.Errors.Select(e => e.En)));

    public static FeelContext Context(params (string Name, FeelValue Value)[] entries) =>
        FeelContext.Of(entries.Select(e => new KeyValuePair<string, FeelValue>(e.Name, e.Value)));
}
