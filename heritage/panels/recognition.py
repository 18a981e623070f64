"""What the form of a site shows of its recognition, which is decided on a page of its own."""

from django.urls import reverse

from heritage.panels.related import ReadingPanel


class RecognitionPanel(ReadingPanel):
    """Where the site stands, and the way to the steps."""

    class BoundPanel(ReadingPanel.BoundPanel):
        template_name = "heritage/panels/recognition.html"

        def get_context_data(self, parent_context=None) -> dict:
            site = self.instance
            return {
                **super().get_context_data(parent_context),
                "site": site,
                "recognition_url": reverse("heritage_recognition", args=[site.pk]),
            }
