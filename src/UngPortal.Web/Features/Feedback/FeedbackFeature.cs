using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Feedback;

public static class FeedbackFeature
{
    public static void AddFeedback(this WebApplicationBuilder builder) => builder.Services.AddNightlyJob<FeedbackRetention>(hour: 3, minute: 10);
}
