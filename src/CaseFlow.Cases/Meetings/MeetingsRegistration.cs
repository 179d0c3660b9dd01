using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Meetings;

internal static class MeetingsRegistration
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<ISubjectProjection, MeetingProjection>()
        .AddSingleton<ISubjectProjection, WaitingCaseProjection>()
        .AddSingleton<IInlineTopic, QueueForMeeting>()
        .AddSingleton<IInlineTopic, OpenMeeting>()
        .AddSingleton<IInlineTopic, FreezeNotice>()
        .AddSingleton<IInlineTopic, MoveEverything>()
        .AddSingleton<IInlineTopic, ReleaseCases>()
        .AddSingleton<IInlineTopic, FinishMeeting>()
        .AddSingleton<ITaskCommand, CallExtraMeeting>()
        .AddSingleton<ITaskCommand, SendNotice>()
        .AddSingleton<ITaskCommand, CloseMeeting>()
        .AddSingleton<ITaskCommand, FinishInWriting>()
        .AddSingleton<PlanMeeting>()
        .AddSingleton<MoveMeeting>()
        .AddSingleton<CancelMeeting>()
        .AddSingleton<EditAgenda>()
        .AddSingleton<PutOnAgenda>()
        .AddSingleton<RegisterAttendance>()
        .AddSingleton<RegisterOthers>()
        .AddSingleton<NoteItem>()
        .AddSingleton<StartItem>()
        .AddSingleton<ApproveItem>()
        .AddSingleton<InterruptMeeting>()
        .AddSingleton<LeaveItem>()
        .AddSingleton<ConfirmPosition>()
        .AddSingleton<RaiseMatter>()
        .AddSingleton<NoteDeviation>()
        .AddSingleton<MeetingAdvice>()
        .AddSingleton<ItemMandate>()
        .AddSingleton<NoticePreview>()
        .AddSingleton<SentNotices>()
        .AddSingleton<SendSupplement>()
        .AddSingleton<InviteGuest>()
        .AddSingleton<ConfirmRead>()
        .AddSingleton<MeetingList>();
}
