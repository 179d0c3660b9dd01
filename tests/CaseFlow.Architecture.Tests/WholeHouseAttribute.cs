using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CaseFlow.Architecture.Tests;

/// <summary>
/// A test about everything at once (is each clause tested, is the generated document fresh), which a half-finished change may
/// break in peace. It runs in <c>tests/check.sh</c>, which sets CASEFLOW_CHECK, and is skipped otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WholeHouseAttribute : NUnitAttribute, IApplyToTest
{
    public void ApplyToTest(Test test)
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_CHECK") == "true" || test.RunState == RunState.NotRunnable) return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, "Runs in tests/check.sh");
    }
}
