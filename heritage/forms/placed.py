"""A form of a record that has a place: what is doubtful about the place stands beside its field."""

from heritage.forms.scoped import ScopedForm
from heritage.place_warnings import place_warnings


class PlacedForm(ScopedForm):
    """Tells the warnings of the stored place; the map asks for those of a place being typed."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for warning in place_warnings(self.instance):
            if field := self.fields.get(warning.field):
                field.widget.warning = warning.message
