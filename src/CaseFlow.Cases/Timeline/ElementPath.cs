using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Timeline;

/// <summary>From an element instance to the element inside it: called processes have ids of their own.</summary>
internal static class ElementPath
{
    /// <param name="scope">The element that contains it; null directly in the process.</param>
    /// <param name="processId">The instance's own process.</param>
    public static ElementModel? Inside(ModelBundle bundle, string processId, ElementModel? scope, string elementId)
    {
        if (scope is null)
        {
            return bundle.FindProcess(processId)?.FindElement(elementId);
        }

        // A multi-instance activity contains its instances, which are the same element.
        var isItsOwnInstance = scope.MultiInstance is not null && scope.Id == elementId;
        var process = scope.Kind == ElementKind.CallActivity && !isItsOwnInstance
            ? bundle.FindProcess(scope.CalledProcessId ?? "")
            : scope.Process;
        return process?.FindElement(elementId);
    }
}
