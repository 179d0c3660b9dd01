using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Processes;

/// <summary>Something that must hold for a bundle beyond its models being well formed. A finding of severity error refuses the whole deployment.</summary>
public interface IBundleCheck
{
    IEnumerable<Finding> Check(ModelBundle bundle);
}
